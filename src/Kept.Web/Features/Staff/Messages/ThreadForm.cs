using System.ComponentModel.DataAnnotations;
using Kept.Domain;
using Kept.Domain.Messages;

namespace Kept.Web.Features.Staff.Messages;

/// <summary>What may be done with a thread; each of its forms sends its own part.</summary>
public sealed class ThreadForm
{
    /// <summary>Becomes the message’s id: sending the form twice keeps one message.</summary>
    public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>The same for what closes the thread.</summary>
    public Guid EndKey { get; } = Guid.CreateVersion7();

    [Display(Name = "Your message", Description = "Plain words. They stay as they are: what was wrong is put right in the next message")]
    public string? Words { get; set; }

    /// <summary>Only for its words: the files themselves are taken in before.</summary>
    [Display(Name = "Add files", Description = FilesWithMessages.Hint)]
    public IFormFileCollection? Files { get; set; }

    [Display(Name = "Written in")]
    public string Language { get; set; } = "en";

    [Display(Name = "What came of it", Description = "The family reads this. If they write again, the thread opens again")]
    public string? Outcome { get; set; }

    /// <summary>How many messages the page showed.</summary>
    public int Seen { get; set; }

    [Display(Name = "Who answers from now on", Description = "Staff who work with this child")]
    public string? To { get; set; }

    [Display(Name = "Why, in a line", Description = "Staff read this, the family does not")]
    public string? Reason { get; set; }

    public Id<Message> MessageId => new(Key == Guid.Empty ? Guid.CreateVersion7() : Key);
}
