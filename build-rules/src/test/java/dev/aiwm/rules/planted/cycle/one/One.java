package dev.aiwm.rules.planted.cycle.one;

import dev.aiwm.rules.planted.cycle.two.Two;

public class One {
    Two other;
}
