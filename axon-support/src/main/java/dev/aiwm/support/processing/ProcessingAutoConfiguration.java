package dev.aiwm.support.processing;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * How event processors run that nobody configured by name; sagas and policies, in practice.
 *
 * <p>One event per transaction, and with it everything that it leads to on this thread: the state
 * of the saga, the events of the commands that it sent, and the token. So with the local stores an
 * event is handled once, whenever the process dies; and no aggregate stays locked for the length of
 * a batch. A handler that fails is tried again, with growing pauses; it is never passed over in
 * silence.
 */
@AutoConfiguration(beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
class ProcessingAutoConfiguration {
    private static final PooledStreamingProcessorConfiguration ONE_BY_ONE =
            (configuration, processor) ->
                    processor.initialSegmentCount(1).batchSize(1).enableCoordinatorClaimExtension();

    @Bean
    ConfigurerModule processorDefaults() {
        return configurer ->
                configurer
                        .eventProcessing()
                        .usingPooledStreamingEventProcessors(ONE_BY_ONE)
                        .registerDefaultListenerInvocationErrorHandler(
                                c -> PropagatingErrorHandler.instance())
                        .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance());
    }
}
