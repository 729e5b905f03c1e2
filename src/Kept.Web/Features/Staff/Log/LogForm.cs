using System.ComponentModel.DataAnnotations;
using Kept.Domain.Access;
using Kept.Domain.Log;
using Kept.Web.Components;

namespace Kept.Web.Features.Staff.Log;

/// <summary>The six lines as typed. Everything is text until the domain has read it, so that nothing typed is ever lost.</summary>
public sealed class LogForm
{
    public const int MostLines = 8;

    /// <summary>Becomes the entry's id: sending the form twice keeps one entry.</summary>
    public Guid Key { get; set; }

    /// <summary>The message of a family that the entry is made of; null for every other entry.</summary>
    public string? Message { get; set; }

    public string? PupilId { get; set; }

    /// <summary>The one that was chosen, where the name that was typed fits several.</summary>
    public string? Which { get; set; }

    [Display(Name = "Pupil", Description = "Type three letters of a name")]
    public string? Pupil { get; set; }

    /// <summary>now, today, yesterday or other.</summary>
    public string When { get; set; } = "now";

    [Display(Name = "Which day?", Description = "For example, 25 April or last Friday")]
    public string? Day { get; set; }

    /// <summary>Null until it is chosen: a call that nobody made must not stand in the record.</summary>
    [Display(Name = "How")]
    public Channel? Channel { get; set; }

    /// <summary>A carer's or professional's id, or "other".</summary>
    [Display(Name = "With")]
    public string? With { get; set; }

    [Display(Name = "Who was it?", Description = "For example, mum, or grandmother at the gate")]
    public string? WithWords { get; set; }

    [Display(Name = "Issue")]
    public string? Issue { get; set; }

    [Display(Name = "Agreed")]
    public List<QuickLine> Lines { get; set; } = [new()];

    /// <summary>1w, 2w, pick or none.</summary>
    public string Review { get; set; } = "1w";

    [Display(Name = "Review on")]
    public string? ReviewDay { get; set; }

    [Display(Name = "What we said")]
    public string? Said { get; set; }

    [Display(Name = "Note", Description = "Anything longer. The lines above stay short")]
    public string? Note { get; set; }

    [Display(Name = "Seen by")]
    public Visibility Visibility { get; set; } = Visibility.Family;

    [Display(Name = "The family is waiting for an answer from us")]
    public bool Waiting { get; set; }

    public bool HasWords =>
        !string.IsNullOrWhiteSpace(Issue) || !string.IsNullOrWhiteSpace(Note) || !string.IsNullOrWhiteSpace(Said)
        || Lines.Exists(l => !string.IsNullOrWhiteSpace(l.Text));
}
