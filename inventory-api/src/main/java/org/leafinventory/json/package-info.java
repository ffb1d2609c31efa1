/** The JSON of the model and of events: what files hold and what {@code jq} meets. */
@NullMarked
package org.leafinventory.json;

import org.jspecify.annotations.NullMarked;
