/** Erasure over HTTP. */
@NullMarked
package in.sampark.consumer.erasure.web;

import org.jspecify.annotations.NullMarked;
