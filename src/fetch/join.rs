//! Two futures at the same time.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// Runs both and gives both results, so that two requests that do not need each other are on their way together.
pub async fn join<A, B>(first: impl Future<Output = A>, second: impl Future<Output = B>) -> (A, B) {
    let (mut first, mut second) = (pin!(first), pin!(second));
    let (mut a, mut b) = (None, None);
    poll_fn(|context| {
        if a.is_none()
            && let Poll::Ready(value) = first.as_mut().poll(context)
        {
            a = Some(value);
        }
        if b.is_none()
            && let Poll::Ready(value) = second.as_mut().poll(context)
        {
            b = Some(value);
        }
        match (a.take(), b.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            pending => {
                (a, b) = pending;
                Poll::Pending
            }
        }
    })
    .await
}
