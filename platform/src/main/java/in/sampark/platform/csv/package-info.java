/** Files that people open in a spreadsheet. */
@NullMarked
package in.sampark.platform.csv;

import org.jspecify.annotations.NullMarked;
