trait Shown {}
impl Shown for models::OrderState {}
impl Shown for models::ParcelState {}
