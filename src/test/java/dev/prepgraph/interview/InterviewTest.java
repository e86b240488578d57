package dev.prepgraph.interview;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class InterviewTest extends InterviewRules {}
