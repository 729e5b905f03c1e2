namespace Kept.Web.Letters;

/// <summary>Makes one file of many letters, to be printed.</summary>
public interface ILetterPress
{
    /// <summary>Where none can be made, the file is a page for the browser to print.</summary>
    bool CanMakePdf { get; }

    /// <summary>The file, gone when it is closed. Null where it could not be made.</summary>
    Task<Stream?> PrintAsync(LettersOnPaper letters, CancellationToken cancel);
}
