using Kept.Domain.Ledger;

namespace Kept.Domain.Families;

/// <summary>A question in other words took the place of one.</summary>
public sealed record QuestionReworded : ISchoolEvent
{
    public string Kind => "question-reworded";
}

public sealed record QuestionAdded : ISchoolEvent
{
    public string Kind => "question-added";
}

public sealed record QuestionHidden : ISchoolEvent
{
    public string Kind => "question-hidden";
}

public sealed record QuestionShown : ISchoolEvent
{
    public string Kind => "question-shown";
}

public sealed record QuestionsOrdered : ISchoolEvent
{
    public string Kind => "questions-ordered";
}

/// <summary>The school asks what Kept asks by itself again.</summary>
public sealed record QuestionsOfKept : ISchoolEvent
{
    public string Kind => "questions-of-kept";
}

/// <summary>The last change was undone.</summary>
public sealed record QuestionsPutBack : ISchoolEvent
{
    public string Kind => "questions-put-back";
}

public sealed record QuestionTranslated : ISchoolEvent
{
    public string Kind => "question-translated";
}
