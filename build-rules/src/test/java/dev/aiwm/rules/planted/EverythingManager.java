package dev.aiwm.rules.planted;

class EverythingManager {}
