package dev.aiwm.rules.planted.cycle.two;

import dev.aiwm.rules.planted.cycle.one.One;

public class Two {
    One other;
}
