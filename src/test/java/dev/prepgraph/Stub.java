package dev.prepgraph;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Implements an interface of which a test needs a few methods. */
public final class Stub {

  private Stub() {}

  public static <T> T of(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
