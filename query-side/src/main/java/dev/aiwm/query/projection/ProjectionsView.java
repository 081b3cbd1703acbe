package dev.aiwm.query.projection;

import java.util.List;

/** All projections of this process. */
record ProjectionsView(List<ProjectionView> items) {
    ProjectionsView {
        items = List.copyOf(items);
    }
}
