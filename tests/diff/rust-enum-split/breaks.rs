let order = models::Order { state: Some(models::OrderState::Open), ..models::Order::default() };
let parcel = models::Parcel { state: order.state, ..models::Parcel::default() };
assert_eq!(parcel.state, Some(models::ParcelState::Open));
