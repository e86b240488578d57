package dev.prepgraph.plan;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PlanIsolationTest extends PlanIsolation {}
