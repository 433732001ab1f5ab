//! Values that follow the state, and what is done when the reader does something: shared closures of two types.

use std::sync::Arc;

/// A value that follows the state: what it reads is tracked by whoever asks. Cheap to clone.
pub struct Live<T>(Arc<dyn Fn() -> T + Send + Sync>);

impl<T: 'static> Live<T> {
    /// Worked out anew at every question.
    pub fn new(read: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// Always the same.
    pub fn fixed(value: T) -> Self
    where
        T: Clone + Send + Sync,
    {
        Self::new(move || value.clone())
    }

    /// The value now.
    pub fn get(&self) -> T {
        (self.0)()
    }
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// Something to do with what the reader chose. Cheap to clone.
pub struct Act<T>(Arc<dyn Fn(T) + Send + Sync>);

impl<T: 'static> Act<T> {
    /// Does this.
    pub fn new(run: impl Fn(T) + Send + Sync + 'static) -> Self {
        Self(Arc::new(run))
    }

    /// Does it now.
    pub fn run(&self, choice: T) {
        (self.0)(choice);
    }
}

impl<T> Clone for Act<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}
