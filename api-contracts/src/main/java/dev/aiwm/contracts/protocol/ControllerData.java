package dev.aiwm.contracts.protocol;

/** What the controller says to an agent. */
public sealed interface ControllerData
        permits StepData,
                NodeRegistered,
                ResultTaken,
                MessageRefused,
                StreamOpen,
                StreamControl,
                StreamClose {}
