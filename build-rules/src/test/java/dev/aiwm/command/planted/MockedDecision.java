package dev.aiwm.command.planted;

import org.mockito.planted.Mock;

class MockedDecision {
    Mock decide() {
        return new Mock();
    }
}
