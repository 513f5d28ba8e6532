/** Entries and the ledger over HTTP. */
@NullMarked
package in.sampark.meter.entry.web;

import org.jspecify.annotations.NullMarked;
