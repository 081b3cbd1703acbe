package dev.aiwm.support.processing;

import dev.aiwm.support.deadletter.DeadLetterSettings;
import dev.aiwm.support.deadletter.DeadLetterStore;
import dev.aiwm.support.deadletter.DiscardedEvents;
import dev.aiwm.support.deadletter.ParkingProcessors;
import dev.aiwm.support.log.EventLog;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.modelling.saga.ResourceInjector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * How event processors run that nobody configured by name; sagas and policies, in practice.
 *
 * <p>One event per transaction, and with it everything that it leads to on this thread: the state
 * of the saga, the events of the commands that it sent, and the token. So with the local stores an
 * event is handled once, whenever the process dies; and no aggregate stays locked for the length of
 * a batch. A handler that fails is tried again, with growing pauses; an event that it cannot handle
 * is put aside where everyone sees it, and is never passed over in silence.
 */
@AutoConfiguration(beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@EnableConfigurationProperties(DeadLetterSettings.class)
class ProcessingAutoConfiguration {

    @Bean
    ResourceInjector sagaParts(ConfigurableListableBeanFactory beans) {
        return new SagaParts(beans);
    }

    @Bean
    ConfigurerModule processorDefaults(
            ObjectProvider<DeadLetterStore> letters,
            DeadLetterSettings settings,
            ObjectProvider<EventLog> log,
            ObjectProvider<DiscardedEvents> discarded) {
        return configurer ->
                configurer
                        .eventProcessing()
                        .registerEventProcessorFactory(
                                new ParkingProcessors(
                                        letters::getObject,
                                        settings,
                                        log::getObject,
                                        discarded::orderedStream))
                        .registerDefaultListenerInvocationErrorHandler(
                                c -> PropagatingErrorHandler.instance())
                        .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance());
    }
}
