package dev.aiwm.support.log;

class EmbeddedEventLogTest extends EventLogConformance {
    @Override
    String[] store() {
        return new String[] {"aiwm.store=embedded"};
    }
}
