/** The main job, end to end: ask, decide, keep, write, tell. */
@NullMarked
package org.leafinventory.service;

import org.jspecify.annotations.NullMarked;
