//! A worker: started once, given one job, and ended with it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ErrorEvent, File, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::page::{fail, hand_over, hear};
use super::worker::READY;

/// A worker and whom it works for.
pub struct Helper {
    worker: Worker,
    /// The number of its job; 0 while it has none.
    job: Rc<Cell<u64>>,
    is_ready: Rc<Cell<bool>>,
    /// What hears it. The browser frees them when it frees the worker's handlers.
    _ears: [JsValue; 2],
}

impl Helper {
    /// None where there can be no worker.
    pub fn start() -> Option<Self> {
        let worker = worker()?;
        let (job, is_ready) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(false)));
        let (of, ready) = (Rc::clone(&job), Rc::clone(&is_ready));
        let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let said = event.data();
            match said.as_string() {
                Some(word) if word == READY => {
                    ready.set(true);
                    if of.get() > 0 {
                        hand_over(of.get());
                    }
                }
                Some(why) => fail(of.get(), &why),
                None => hear(of.get(), &Uint8Array::new(&said).to_vec()),
            }
        });
        let of = Rc::clone(&job);
        let break_off = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            fail(of.get(), &event.message());
        });
        worker.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        worker.set_onerror(Some(break_off.as_ref().unchecked_ref()));
        let ears = [listen.into_js_value(), break_off.into_js_value()];
        Some(Self { worker, job, is_ready, _ears: ears })
    }

    /// Gives it a job to work for; whether it is ready to begin.
    pub fn employ(&self, number: u64) -> bool {
        self.job.set(number);
        self.is_ready.get()
    }

    /// None when the browser would not hand the files over.
    pub fn order(&self, answers: &[String], files: &[File]) -> Option<()> {
        let answers: Array = answers.iter().map(JsValue::from).collect();
        let order = Array::of2(&answers, &files.iter().collect::<Array>());
        self.worker.post_message(&order).ok()
    }

    pub fn end(&self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The start of the page says where the worker's script is; without it there is no worker.
fn worker() -> Option<Worker> {
    let root = web_sys::window()?.document()?.document_element()?;
    let script = root.get_attribute("data-reader")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&script, &options).ok()
}
