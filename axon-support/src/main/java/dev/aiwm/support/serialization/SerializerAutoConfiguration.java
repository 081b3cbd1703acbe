package dev.aiwm.support.serialization;

import dev.aiwm.contracts.bulk.event.BulkEvent;
import dev.aiwm.contracts.deadletter.event.DeadLetterEvent;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.contracts.user.event.UserEvent;

import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The three serializers, the registries of names behind them. */
@AutoConfiguration(beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
class SerializerAutoConfiguration {
    private static final List<EventFamily> CONTRACTS =
            List.of(
                    new EventFamily(ResourceEvent.class),
                    new EventFamily(NodeEvent.class),
                    new EventFamily(ExecutionEvent.class),
                    new EventFamily(BulkEvent.class),
                    new EventFamily(ScheduleEvent.class),
                    new EventFamily(UserEvent.class),
                    new EventFamily(DeadLetterEvent.class));

    @Bean
    RevisionResolver revisionResolver() {
        return new AnnotationRevisionResolver();
    }

    @Bean
    EventTypes eventTypes(ObjectProvider<EventFamily> others) {
        return new EventTypes(Stream.concat(CONTRACTS.stream(), others.orderedStream()).toList());
    }

    @Bean
    SnapshotTypes snapshotTypes(ListableBeanFactory beans, RevisionResolver revisions) {
        return new SnapshotTypes(
                Arrays.stream(beans.getBeanNamesForAnnotation(Aggregate.class))
                        .map(beans::getType)
                        .collect(Collectors.toSet()),
                revisions);
    }

    @Bean
    @Primary
    Serializer serializer() {
        return Serializers.general();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return Serializers.general();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(EventTypes types) {
        return Serializers.events(types);
    }
}
