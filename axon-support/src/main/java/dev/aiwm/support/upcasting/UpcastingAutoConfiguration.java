package dev.aiwm.support.upcasting;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** How events of earlier revisions are read, in the order in which the revisions came. */
@AutoConfiguration
public class UpcastingAutoConfiguration {

    @Bean
    @Order(1)
    EventUpcaster containerOptions() {
        return new ContainerOptionsUpcaster();
    }

    @Bean
    @Order(2)
    EventUpcaster iommuGroups() {
        return new IommuGroupUpcaster();
    }

    @Bean
    @Order(3)
    EventUpcaster sentAt() {
        return new SentAtUpcaster();
    }

    @Bean
    @Order(4)
    EventUpcaster priority() {
        return new PriorityUpcaster();
    }

    @Bean
    @Order(5)
    EventUpcaster disks() {
        return new DisksUpcaster();
    }

    @Bean
    @Order(6)
    EventUpcaster volumeOwners() {
        return new VolumeOwnerUpcaster();
    }

    @Bean
    @Order(7)
    EventUpcaster followingSteps() {
        return new FollowingStepsUpcaster();
    }
}
