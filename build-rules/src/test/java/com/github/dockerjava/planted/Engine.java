package com.github.dockerjava.planted;

public class Engine {}
