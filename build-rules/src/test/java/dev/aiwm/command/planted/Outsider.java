package dev.aiwm.command.planted;

import dev.aiwm.rules.planted.ImpureAggregate;

class Outsider {
    ImpureAggregate asked;
}
