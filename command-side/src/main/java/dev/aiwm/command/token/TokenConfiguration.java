package dev.aiwm.command.token;

import dev.aiwm.web.identity.DerivedKeys;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    private static final String PURPOSE = "node tokens";

    @Bean
    NodeTokens nodeTokens(DerivedKeys keys, CommandGateway commands, Clock clock) {
        return new SignedNodeTokens(keys.keyFor(PURPOSE), commands, clock);
    }
}
