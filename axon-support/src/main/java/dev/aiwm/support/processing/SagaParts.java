package dev.aiwm.support.processing;

import org.axonframework.modelling.saga.ResourceInjector;
import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Gives each saga what its {@code @Autowired} methods ask for. Axon leaves that to whoever does it
 * for beans, and nobody does where the build has found the beans.
 */
final class SagaParts implements ResourceInjector {
    private final AutowiredAnnotationBeanPostProcessor beans;

    SagaParts(ConfigurableListableBeanFactory factory) {
        beans = new AutowiredAnnotationBeanPostProcessor();
        beans.setBeanFactory(factory);
    }

    @Override
    public void injectResources(Object saga) {
        beans.processInjection(saga);
    }
}
