/** Nodes for the staff of the company, and what does not fit together. */
@NullMarked
package in.sampark.consumer.network.web;

import org.jspecify.annotations.NullMarked;
