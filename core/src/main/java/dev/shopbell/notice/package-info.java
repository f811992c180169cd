/**
 * The vocabulary of what is sent: a notification, its type with the variables it declares, and whom
 * it is for. Stands between the stores and everything that plans, renders or delivers.
 */
@NullMarked
package dev.shopbell.notice;

import org.jspecify.annotations.NullMarked;
