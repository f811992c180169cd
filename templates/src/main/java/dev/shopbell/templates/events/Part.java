package dev.shopbell.templates.events;

/**
 * What several events have in common. Its components are variables of the event that has it, by
 * their own names.
 */
public sealed interface Part permits Order, Basket, Addresses, Links, Parcel, Group {}
