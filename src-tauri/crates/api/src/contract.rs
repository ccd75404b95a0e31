//! Every command by name, in one list. The shell declares its commands from it, and the TypeScript is written from it.
//!
//! To add a command: a line here, a method of the same name on `Api` (or in the shell, where a dialog is needed), then `cargo xtask bindings`.

/// Hands the list of commands to another macro. `core` commands are methods of `Api`; `shell` commands need a window or a dialog; `bytes` answers raw.
#[macro_export]
macro_rules! commands {
    ($callback:ident) => {
        $callback! {
            core {
                session() -> SessionResponse;
                whereabouts() -> WhereaboutsResponse;
                vocabulary(VocabularyRequest) -> VocabularyResponse;
                apply(EditRequest) -> ChangeResponse;
                undo() -> ChangeResponse;
                redo() -> ChangeResponse;
                history(HistoryRequest) -> HistoryResponse;
                item(ItemRequest) -> ItemResponse;
                labels(LabelsRequest) -> LabelsResponse;
                events(EventsRequest) -> EventsResponse;
                facets(FacetsRequest) -> FacetsResponse;
                list(ListRequest) -> ListResponse;
                search(SearchRequest) -> SearchResponse;
                complete(CompleteRequest) -> CompleteResponse;
                resolve_date(DateRequest) -> DateResponse;
                lanes(LanesRequest) -> LanesResponse;
                density(DensityRequest) -> DensityResponse;
                describe(DescribeRequest) -> DescribeResponse;
                strands(StrandsRequest) -> StrandsResponse;
                relations(RelationsRequest) -> RelationsResponse;
                dyad(DyadRequest) -> DyadResponse;
                preview(PreviewRequest) -> CaptureView;
                capture(CaptureRequest) -> CaptureResponse;
                feed(FeedRequest) -> FeedResponse;
                read_address(AddressRequest) -> AddressView;
                review(ReviewRequest) -> ReviewResponse;
                import_progress() -> ImportProgressResponse;
                cancel_import() -> ();
                open_sample(SampleRequest) -> SessionResponse;
                open_recent(RecentRequest) -> SessionResponse;
            }
            bytes {
                frame(FrameRequest);
            }
            shell {
                new_dossier(NewRequest) -> SessionResponse;
                open_dossier() -> SessionResponse;
                save_copy() -> SavedResponse;
                save_brief(BriefRequest) -> BriefResponse;
                export_dossier() -> SavedResponse;
                choose_imports() -> ChosenResponse;
                look_at_import(ImportRequest) -> ImportPlanView;
                import(ImportRequest) -> ImportedResponse;
                new_from_file() -> SessionResponse;
                choose_documents() -> ChosenResponse;
                capture_chosen(ChosenRequest) -> CaptureResponse;
                open_address(AddressRequest) -> ();
            }
        }
    };
}
