/** The platform's own tables, migrated before the service's. */
@NullMarked
package in.sampark.platform.database;

import org.jspecify.annotations.NullMarked;
