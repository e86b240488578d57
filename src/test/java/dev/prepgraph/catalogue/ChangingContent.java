package dev.prepgraph.catalogue;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service with a database of its own, because its tests publish over the default content. */
public class ChangingContent implements QuarkusTestProfile {}
