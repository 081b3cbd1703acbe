package de.bwaldvogel.planted;

public class Store {}
