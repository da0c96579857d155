//! Parts that speak the trade: timeline, verdict, ageing bar.
