package dev.aiwm.command.clock;

import dev.aiwm.support.lease.Leases;
import dev.aiwm.support.projection.Projections;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    Deadlines deadlines(Projections commandProjections) {
        return new Deadlines(commandProjections.add(DueProjection.definition()));
    }

    @Bean
    ClockRun dueClock(
            Deadlines deadlines,
            Leases leases,
            CommandGateway commands,
            Clock clock,
            ClockSettings settings) {
        var dueClock = new DueClock(deadlines, leases, commands, clock, settings);
        return new ClockRun(dueClock, deadlines, clock, () -> leases.release(DueClock.LEASE));
    }
}
