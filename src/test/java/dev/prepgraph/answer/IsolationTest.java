package dev.prepgraph.answer;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class IsolationTest extends AnswerIsolation {}
