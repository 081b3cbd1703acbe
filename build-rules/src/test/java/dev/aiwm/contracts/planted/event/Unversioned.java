package dev.aiwm.contracts.planted.event;

record Unversioned(String what) {}
