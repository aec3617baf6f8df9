//! Corrections of what has a name in a document and is not a field: the additional keys of an object, and a member of a
//! union.

use super::{Context, Refusal, is_spelled, visible};
use crate::read::corrections::{Change, Correction, TypeCell};
use crate::schema::{Model, Scalar, Shape, Type};

impl Context<'_> {
    /// Applies a correction to the additional keys or to a member with this name; `None` if there are none.
    pub(super) fn apply_to_part(
        &self,
        correction: &Correction,
        name: &str,
        model: &mut Model,
    ) -> Option<Result<(), Refusal>> {
        let has_field = model.fields().iter().any(|field| is_spelled(field, name));
        let has_other_keys = !has_field && has_other_keys(name, model);
        match (&correction.change, &mut model.shape) {
            (Change::Skip, Shape::Union(union)) => {
                let count = union.members.len();
                union.members.retain(|member| !member.is_called(name));
                (union.members.len() < count).then_some(Ok(()))
            }
            (Change::Skip, _) if has_other_keys => {
                skip_other_keys(name, model);
                Some(Ok(()))
            }
            (Change::Type(cell), _) if has_other_keys => Some(self.set_other_keys(cell, model)),
            _ => None,
        }
    }

    /// Sets the type of the additional keys. A model with nothing but additional keys is another name for a map.
    fn set_other_keys(&self, cell: &TypeCell, model: &mut Model) -> Result<(), Refusal> {
        let ty = self.type_of(cell)?;
        let Some(keys) = &mut model.other_keys else { return Ok(()) };
        if keys.ty == ty {
            return Err(Refusal::ChangesNothing);
        }
        keys.ty = ty.clone();
        keys.origin = cell.origin.clone();
        if model.fields().is_empty() {
            model.shape = Shape::Alias(Type::Map(Box::new(ty)));
            model.other_keys = None;
        }
        Ok(())
    }
}

/// Leaves out the row of additional keys with this name. What other such rows say of their type stays.
fn skip_other_keys(name: &str, model: &mut Model) {
    let Some(keys) = &mut model.other_keys else { return };
    keys.spelled.retain(|spelled| !visible(spelled).eq(visible(name)));
    if matches!(keys.ty.innermost(), Type::Unknown(_)) {
        keys.ty = Type::Scalar(Scalar::Any);
    }
    if keys.spelled.is_empty() {
        model.other_keys = None;
    }
}

fn has_other_keys(name: &str, model: &Model) -> bool {
    let keys = model.other_keys.as_ref();
    keys.is_some_and(|keys| keys.spelled.iter().any(|spelled| visible(spelled).eq(visible(name))))
}
