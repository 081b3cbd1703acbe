package dev.aiwm.query.portal;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The address without a path. */
@Controller
@Hidden
class StartPage {

    @GetMapping("/")
    String start() {
        return "forward:/" + PortalFiles.INDEX;
    }
}
