namespace Kept.Store.Chronology;

/// <summary>
/// One kind of thing that happens in a pupil’s record, as the chronology tells it. A further kind is one more of these, named in
/// <see cref="Chronicle.Tellers"/>: one bounded query through the guarded door, so that what may not be seen is neither told nor counted.
/// </summary>
internal interface ITellsStory
{
    /// <summary>The kind’s word in addresses and files: "conversation". Never changed once released.</summary>
    string Kind { get; }

    /// <summary>"Conversations".</summary>
    string Title { get; }

    /// <summary>The lines of this stretch, in any order, no more than it asks for.</summary>
    Task<IReadOnlyList<ChronicleLine>> TellAsync(VisibleRecord record, Stretch stretch, CancellationToken cancel);
}
