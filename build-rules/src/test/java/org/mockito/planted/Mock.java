package org.mockito.planted;

public class Mock {}
