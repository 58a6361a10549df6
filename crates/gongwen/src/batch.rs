//! Many texts on many threads, in order: [`Batch`].

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};

use gongwen_core::{Document, Error, Parser};
use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};

/// Threads that parse many texts and give the Documents back in order.
///
/// Nothing is read ahead without limit: only so many texts are taken from the iterator as the threads
/// can work on, and a few to follow, so that a list of millions needs no more memory than a list of
/// hundreds. Whoever takes the results slowly slows the reading down. Short texts are handed to the threads
/// several together, as handing one over and waiting for it costs as much as reading a short one.
///
/// ```
/// use gongwen::{Batch, Parser};
/// let texts = (1..=100).map(|n| format!("会议要求，各单位要在6月{}日前完成检查。", n % 30 + 1));
/// let batch = Batch::new(0)?;
/// let documents = batch.parse(&Parser::new(), texts);
/// assert_eq!(documents.filter(|d| d.as_ref().is_ok_and(|d| d.source.length > 0)).count(), 100);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Batch {
    pool: Arc<ThreadPool>,
    ahead: usize,
    cancel: Cancel,
}

/// A switch that stops a [`Batch`] from another thread, such as at Ctrl-C.
///
/// After [`Cancel::cancel`] no further text is taken up; those that were begun are finished and thrown away.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

/// For each thread so many chunks are taken ahead of the one whose results are waited for: enough that
/// no thread idles while one text among them is long.
const AHEAD: usize = 4;

/// A chunk is made to take a thread about so long: much more than handing it over costs, and little enough that the
/// results keep coming.
const STINT: Duration = Duration::from_micros(500);

/// The most items in a chunk, which bounds what is held in memory.
const MOST: usize = 32;

impl Batch {
    /// A batch of so many threads; 0 for as many as the machine has cores.
    ///
    /// # Errors
    /// Where the system gives no threads.
    pub fn new(jobs: usize) -> Result<Self, ThreadPoolBuildError> {
        let pool = ThreadPoolBuilder::new().num_threads(jobs).thread_name(|i| format!("gongwen-{i}")).build()?;
        let ahead = pool.current_num_threads() * AHEAD;
        Ok(Self { pool: Arc::new(pool), ahead, cancel: Cancel::default() })
    }

    /// The same batch, stopped by `cancel`.
    #[must_use]
    pub fn cancelled_by(mut self, cancel: &Cancel) -> Self {
        self.cancel = cancel.clone();
        self
    }

    /// Parses `texts`: one result for each, in their order.
    pub fn parse<I>(&self, parser: &Parser, texts: I) -> impl Iterator<Item = Result<Document, Error>> + use<I>
    where
        I: IntoIterator,
        I::Item: AsRef<str> + Send + 'static,
    {
        let parser = Arc::new(parser.clone());
        self.map(texts, move |text: I::Item| parser.parse(text.as_ref()))
    }

    /// Does `work` on each of `items` on the batch's threads: one result for each, in their order.
    pub fn map<I, R, F>(&self, items: I, work: F) -> impl Iterator<Item = R> + use<I, R, F>
    where
        I: IntoIterator,
        I::Item: Send + 'static,
        R: Send + 'static,
        F: Fn(I::Item) -> R + Send + Sync + 'static,
    {
        InOrder {
            pool: Arc::clone(&self.pool),
            items: items.into_iter(),
            work: Arc::new(work),
            waiting: VecDeque::with_capacity(self.ahead),
            ready: Vec::new().into_iter(),
            ahead: self.ahead,
            size: 1,
            cancel: self.cancel.clone(),
        }
    }
}

impl Cancel {
    /// A switch that is not thrown yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops the batch.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether it was stopped.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

struct InOrder<I: Iterator, R, F> {
    pool: Arc<ThreadPool>,
    items: I,
    work: Arc<F>,
    /// Where the results of each chunk that was begun will arrive, in order.
    waiting: VecDeque<Receiver<Finished<R>>>,
    /// Results that have arrived.
    ready: std::vec::IntoIter<std::thread::Result<R>>,
    ahead: usize,
    /// How many items the next chunk has.
    size: usize,
    cancel: Cancel,
}

/// A chunk's results, and how long they took.
struct Finished<R> {
    results: Vec<std::thread::Result<R>>,
    took: Duration,
}

impl<I, R, F> InOrder<I, R, F>
where
    I: Iterator,
    I::Item: Send + 'static,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    /// Hands out chunks until enough of them are under way.
    fn hand_out(&mut self) {
        while self.waiting.len() < self.ahead && !self.cancel.is_cancelled() {
            let chunk: Vec<I::Item> = self.items.by_ref().take(self.size).collect();
            if chunk.is_empty() {
                return;
            }
            let (give, take) = sync_channel(1);
            let (work, cancel) = (Arc::clone(&self.work), self.cancel.clone());
            self.pool.spawn(move || {
                let begun = Instant::now();
                let left = chunk.into_iter().take_while(|_| !cancel.is_cancelled());
                let results = left.map(|item| catch_unwind(AssertUnwindSafe(|| work(item)))).collect();
                // Nobody listens any more where the iterator was dropped.
                let _ = give.send(Finished { results, took: begun.elapsed() });
            });
            self.waiting.push_back(take);
        }
    }

    /// Makes the next chunks larger where items are quickly done, smaller where they are not.
    fn adjust(&mut self, finished: &Finished<R>) {
        if finished.results.len() < self.size {
            return;
        }
        if finished.took < STINT / 2 {
            self.size = (self.size * 2).min(MOST);
        } else if finished.took > STINT * 2 {
            self.size = (self.size / 2).max(1);
        }
    }
}

impl<I, R, F> Iterator for InOrder<I, R, F>
where
    I: Iterator,
    I::Item: Send + 'static,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    type Item = R;

    fn next(&mut self) -> Option<R> {
        loop {
            if self.cancel.is_cancelled() {
                return None;
            }
            match self.ready.next() {
                Some(Ok(result)) => return Some(result),
                Some(Err(panic)) => resume_unwind(panic),
                None => {}
            }
            self.hand_out();
            // The sender goes without a word only where the pool ended.
            let finished = self.waiting.pop_front()?.recv().ok()?;
            self.adjust(&finished);
            self.ready = finished.results.into_iter();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let batch = Batch::new(4).expect("threads");
        let slow_first = batch.map(0..200u64, |n| {
            std::thread::sleep(Duration::from_micros(if n % 7 == 0 { 3000 } else { 10 }));
            n
        });
        assert_eq!(slow_first.collect::<Vec<_>>(), (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn no_more_is_read_ahead_than_the_threads_need() {
        let taken = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&taken);
        let items = (0..10_000).inspect(move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        let batch = Batch::new(2).expect("threads");
        let mut results = batch.map(items, |n| n);
        for given in 0..100 {
            assert_eq!(results.next(), Some(given));
            assert!(taken.load(Ordering::SeqCst) <= given + (2 * AHEAD + 1) * MOST);
        }
    }

    #[test]
    fn long_items_are_handed_out_one_by_one() {
        let taken = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&taken);
        let items = (0..100).inspect(move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        let batch = Batch::new(2).expect("threads");
        let mut results = batch.map(items, |n| {
            std::thread::sleep(STINT * 3);
            n
        });
        for given in 0..50 {
            assert_eq!(results.next(), Some(given));
            assert!(taken.load(Ordering::SeqCst) <= given + 1 + 2 * AHEAD);
        }
    }

    #[test]
    #[should_panic(expected = "the seventeenth")]
    fn a_panic_is_passed_on_in_its_place() {
        let results = Batch::new(2).expect("threads").map(0..100, |n| assert!(n != 17, "the seventeenth"));
        assert_eq!(results.count(), 100);
    }

    #[test]
    fn a_cancelled_batch_ends() {
        let cancel = Cancel::new();
        let batch = Batch::new(2).expect("threads").cancelled_by(&cancel);
        let mut results = batch.map(0.., |n: u64| n);
        assert_eq!(results.next(), Some(0));
        cancel.cancel();
        assert_eq!(results.next(), None);
        assert_eq!(results.next(), None);
    }

    #[test]
    fn a_batch_gives_what_one_thread_gives() {
        let texts: Vec<String> = (1..40).map(|n| format!("会议要求，各单位要在6月{n}日前完成检查。")).collect();
        let parser = Parser::new();
        let one: Vec<_> = texts.iter().map(|t| parser.parse(t)).collect();
        let many: Vec<_> = Batch::new(3).expect("threads").parse(&parser, texts).collect();
        assert_eq!(one, many);
    }
}
