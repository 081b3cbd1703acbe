package dev.aiwm.support.projection;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.support.sample.CounterEvent;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;
import dev.aiwm.support.sample.CounterEvent.CounterOpened;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;
import java.util.Map;

/** Projections of the counters that these tests move. */
@Configuration
class CounterProjections {
    enum Mood {
        CALM,
        @com.fasterxml.jackson.annotation.JsonEnumDefaultValue
        UNKNOWN
    }

    record CounterState(String counterId, String label, int value, Mood mood) {}

    static CounterState evolve(CounterState before, CounterEvent event, EventFacts facts) {
        if (event instanceof CounterOpened opened) {
            return new CounterState(opened.counterId(), opened.label(), 0, Mood.CALM);
        }
        var moved = (CounterMoved) event;
        return new CounterState(
                before.counterId(), before.label(), before.value() + moved.by(), Mood.CALM);
    }

    static FoldProjection<CounterState, CounterEvent> counters(int version) {
        return new FoldProjection<>(
                "counters",
                version,
                CounterEvent.class,
                CounterState.class,
                CounterEvent::counterId,
                CounterProjections::evolve,
                state -> Map.of("label", state.label(), "value", state.value()),
                List.of(CollectionIndex.on("label", "value")));
    }

    /** Counters that were opened and have not reached zero again. */
    static IndexProjection open() {
        return new IndexProjection(
                "open",
                1,
                List.of(CounterEvent.class),
                (event, writes) -> {
                    if (event.payload() instanceof CounterOpened opened) {
                        writes.put(opened.counterId(), Map.of("label", opened.label()));
                    } else if (event.payload() instanceof CounterMoved moved && moved.by() == 0) {
                        writes.remove(moved.counterId());
                    } else if (event.payload() instanceof CounterMoved moved && moved.by() < -99) {
                        writes.removeAll("label", "group");
                    }
                },
                List.of(CollectionIndex.on("label")));
    }

    @Bean
    Projections queryProjections(ProjectionKit kit) {
        return kit.of("query");
    }

    @Bean
    ReadModel<CounterState> counterModel(Projections projections) {
        return projections.add(counters(Integer.getInteger("counters.version", 1)));
    }

    @Bean
    IndexModel openModel(Projections projections) {
        return projections.add(open());
    }
}
